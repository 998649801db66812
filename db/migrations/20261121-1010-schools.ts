import { type Kysely, sql } from 'kysely'

/** Schools of the register and the bodies around them. Nothing is ever deleted here: a school closes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table organisations (
    id uuid primary key default gen_random_uuid(),
    slug text not null unique,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('media_centre', 'school_authority', 'data_protection', 'inspectorate', 'partner'))
  )`.execute(db)

  await sql`create table schools (
    id uuid primary key default gen_random_uuid(),
    school_number text unique check (school_number ~ '^[0-9]{6}$'),
    slug text not null unique check (slug ~ '^[a-z0-9-]{1,100}$'),
    name text not null check (length(name) between 1 and 200),
    official_name text not null default '' check (length(official_name) <= 400),
    school_form text not null check (school_form in ('primary', 'lower_secondary', 'special_needs', 'intermediate_secondary',
      'combined_secondary', 'comprehensive', 'community', 'waldorf', 'grammar', 'adult_education', 'vocational', 'hospital', 'other')),
    denomination text check (denomination in ('community', 'catholic', 'protestant')),
    support_focus text[] not null default '{}',
    has_several_sites boolean not null default false,
    district text check (district in ('walsum', 'hamborn', 'meiderich_beeck', 'homberg_ruhrort_baerl', 'mitte', 'rheinhausen', 'sued')),
    street text not null default '' check (length(street) <= 200),
    postal_code text not null default '' check (length(postal_code) <= 10),
    city text not null default 'Duisburg' check (length(city) <= 100),
    phone text not null default '' check (length(phone) <= 60),
    official_email citext,
    homepage text not null default '' check (length(homepage) <= 300),
    ownership text not null default 'public' check (ownership in ('public', 'private_substitute')),
    authority_number text not null default '',
    operation text not null default 'open' check (operation in ('open', 'closing', 'planned', 'resting', 'closed')),
    origin text not null check (origin in ('register', 'demo', 'manual')),
    overridden text[] not null default '{}',
    register_values jsonb not null default '{}',
    closure_proposed_at timestamptz,
    closed_at timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`.execute(db)
  await sql`create index schools_search on schools using gin (search_key(name || ' ' || official_name || ' ' || street || ' ' || postal_code) gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index schools_by_name on schools (name, id)`.execute(db)

  await sql`create table register_imports (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null,
    imported_by uuid,
    file_name text not null check (length(file_name) <= 200),
    file_hash text not null,
    rows_read integer not null,
    created integer not null,
    changed integer not null,
    unchanged integer not null,
    missing integer not null
  )`.execute(db)

  // A file between being reviewed and being applied; a nightly job removes what nobody applied.
  await sql`create table register_uploads (
    id uuid primary key,
    uploaded_at timestamptz not null,
    uploaded_by uuid not null,
    file_name text not null check (length(file_name) <= 200),
    file_hash text not null,
    content bytea not null check (length(content) <= 5242880),
    districts bytea check (length(districts) <= 5242880)
  )`.execute(db)
  await sql`create index register_uploads_by_age on register_uploads (uploaded_at)`.execute(db)

  await sql`create table school_changes (
    id bigint generated always as identity primary key,
    school_id uuid not null references schools (id),
    import_id uuid references register_imports (id),
    at timestamptz not null,
    field text not null,
    before text,
    after text
  )`.execute(db)
  await sql`create index school_changes_of_school on school_changes (school_id, at desc)`.execute(
    db,
  )
}
