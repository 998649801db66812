import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment through server/platform/env.ts.',
}
const LOCALE = {
  selector: 'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
  message: 'Use app/ui/format.ts: German, Europe/Berlin, the same on server and browser.',
}
const MARKUP = {
  selector:
    "JSXAttribute[name.name='dangerouslySetInnerHTML'], MemberExpression[property.name=/^(inner|outer)HTML$/]",
  message: 'Stored HTML is rendered by app/ui/stored-html.tsx only.',
}
const RAW_SQL = {
  selector: "MemberExpression[object.name='sql'][property.name=/^(raw|lit)$/]",
  message: 'Values are parameters, never text of a statement.',
}
const CHANCE = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Use node:crypto; Math.random can be guessed.',
}
const PATTERN = {
  selector: "NewExpression[callee.name='RegExp'][arguments.0.type!='Literal']",
  message: 'A pattern from a variable can hang the process or match the wrong thing.',
}

const ALL_ICONS = {
  name: 'lucide-react',
  allowTypeImports: true,
  message: 'Import one icon from lucide-react/icons/…: the whole set is 1,800 modules.',
}

const LINKS = {
  name: '@remix-run/react',
  importNames: ['Link', 'NavLink'],
  message:
    'Import Link from #app/ui/link.tsx: Remix works for each one what is worked once for all there.',
}

export default tseslint.config(
  {
    ignores: [
      'build/**',
      'public/**',
      'db/types.ts',
      '**/*.cjs',
      '**/*.js',
      '**/*.mjs',
      '.data/**',
      '.cache/**',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': 'off',
      'max-lines': ['error', { max: 300 }],
      complexity: ['error', 12],
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', ENVIRONMENT, LOCALE, MARKUP, RAW_SQL, CHANCE, PATTERN],
    },
  },
  {
    files: ['app/**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [ALL_ICONS, LINKS] }],
    },
  },
  {
    files: ['app/ui/stored-html.tsx', 'app/ui/drawn-icon.tsx'],
    rules: {
      'no-restricted-syntax': ['error', ENVIRONMENT, LOCALE, RAW_SQL, CHANCE, PATTERN],
    },
  },
  {
    files: ['app/ui/format.ts'],
    rules: {
      'no-restricted-syntax': ['error', ENVIRONMENT, MARKUP, RAW_SQL, CHANCE, PATTERN],
    },
  },
  {
    files: [
      'server/platform/env.ts',
      'db/client.ts',
      'db/testing*.ts',
      'vite.config.ts',
      '**/*.test.ts',
      'e2e/**',
    ],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
)
