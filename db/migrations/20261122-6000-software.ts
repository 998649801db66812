import { type Kysely, sql } from 'kysely'

/** The directory of learning software: products, what is used of them and how, and who looks after them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table vendors (
    id uuid primary key default gen_random_uuid(),
    name text not null check (length(name) between 1 and 160),
    country text not null default '' check (length(country) <= 60),
    website text not null default '' check (length(website) <= 500),
    contact_email citext check (length(contact_email) <= 200),
    created_at timestamptz not null
  )`.execute(db)
  await sql`create unique index vendors_by_name on vendors (search_key(name))`.execute(db)

  await sql`create table software_products (
    id uuid primary key default gen_random_uuid(),
    number integer generated always as identity unique,
    slug text not null unique check (slug ~ '^[a-z0-9-]{1,100}$'),
    name text not null check (length(name) between 2 and 120),
    vendor_id uuid references vendors (id),
    kind text not null default 'web' check (kind in ('web', 'ios', 'android', 'windows', 'macos', 'iserv_module', 'content', 'hardware_software')),
    function_tags text[] not null default '{}',
    description text not null default '' check (length(description) <= 4000),
    website text not null default '' check (length(website) <= 500),
    app_store_id text check (app_store_id ~ '^[0-9]{5,15}$'),
    subjects text[] not null default '{}',
    grade_bands text[] not null default '{}',
    school_forms text[] not null default '{}',
    competencies text[] not null default '{}',
    languages text[] not null default '{}',
    cost_model text not null default 'unknown' check (cost_model in ('free', 'freemium', 'one_time', 'subscription', 'state_licence', 'city_licence', 'unknown')),
    cost_unit text check (cost_unit in ('device', 'pupil', 'teacher', 'school', 'flat')),
    cost_cents integer check (cost_cents between 0 and 100000000),
    cost_note text not null default '' check (length(cost_note) <= 500),
    procured_by text not null default 'none' check (procured_by in ('land', 'school_authority', 'school', 'none')),
    lmf_eligible boolean,
    delivery text[] not null default '{}',
    offline_use text not null default 'unknown' check (offline_use in ('full', 'partly', 'no', 'unknown')),
    accessibility_note text not null default '' check (length(accessibility_note) <= 1000),
    lifecycle text not null default 'active' check (lifecycle in ('active', 'discontinued')),
    origin text not null check (origin in ('proposal', 'import', 'curated', 'demo')),
    -- A proposal is listed once somebody has looked at it; merged ones lead to what they were merged into.
    state text not null default 'listed' check (state in ('proposed', 'listed', 'merged', 'removed')),
    merged_into uuid references software_products (id),
    created_by uuid references persons (id) on delete set null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    client_key uuid not null default gen_random_uuid(),
    search tsvector generated always as (
      setweight(to_tsvector('german', name), 'A') || setweight(to_tsvector('simple', name), 'A')
      || setweight(to_tsvector('german', description), 'B')
    ) stored,
    constraint software_products_once unique (created_by, client_key),
    constraint software_products_merged check ((state = 'merged') = (merged_into is not null)),
    constraint software_products_not_itself check (merged_into <> id)
  )`.execute(db)
  await sql`create index software_products_search on software_products using gin (search)`.execute(
    db,
  )
  await sql`create index software_products_trigram on software_products using gin (search_key(name) gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index software_products_by_name on software_products (name, id) where state = 'listed'`.execute(
    db,
  )
  await sql`create index software_products_merged on software_products (merged_into) where merged_into is not null`.execute(
    db,
  )
  // What facts were before: a review shows what changed since the last one.
  await sql`create table software_changes (
    id bigint generated always as identity primary key,
    product_id uuid not null references software_products (id) on delete cascade,
    at timestamptz not null,
    person_id uuid references persons (id) on delete set null,
    field text not null check (length(field) <= 60),
    before text not null default '' check (length(before) <= 4000),
    after text not null default '' check (length(after) <= 4000)
  )`.execute(db)
  await sql`create index software_changes_of_product on software_changes (product_id, at desc, id desc)`.execute(
    db,
  )
  // Addresses of before: merged or renamed.
  await sql`create table software_slugs (
    slug text primary key,
    product_id uuid not null references software_products (id) on delete cascade
  )`.execute(db)
  await sql`create table software_alternatives (
    product_id uuid not null references software_products (id) on delete cascade,
    alternative_id uuid not null references software_products (id) on delete cascade,
    primary key (product_id, alternative_id),
    check (product_id <> alternative_id)
  )`.execute(db)

  await sql`create table software_variants (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references software_products (id) on delete cascade,
    position integer not null default 0,
    name text not null check (length(name) between 1 and 120),
    version_note text not null default '' check (length(version_note) <= 300),
    hosting_country text not null default '' check (length(hosting_country) <= 60),
    hosting_provider text not null default '' check (length(hosting_provider) <= 120),
    has_ai boolean not null default false,
    ai_note text not null default '' check (length(ai_note) <= 1000),
    unique (product_id, name)
  )`.execute(db)
  await sql`create table software_scenarios (
    id uuid primary key default gen_random_uuid(),
    variant_id uuid not null references software_variants (id) on delete cascade,
    product_id uuid not null references software_products (id) on delete cascade,
    label text not null check (length(label) between 1 and 160),
    device_scenario text not null check (device_scenario in ('school_shared_at_school', 'school_personal_at_school',
      'school_shared_at_home', 'school_personal_at_home', 'byod', 'gyod', 'teacher_device_only')),
    pupil_account text not null check (pupil_account in ('none', 'class_code', 'pseudonym', 'sso_pseudonym', 'sso_name', 'real_name', 'email')),
    users text[] not null default '{}',
    content text[] not null default '{}',
    -- Empty: every form, every year.
    school_forms text[] not null default '{}',
    grade_min integer check (grade_min between 1 and 13),
    grade_max integer check (grade_max between 1 and 13),
    min_age integer check (min_age between 3 and 21),
    created_at timestamptz not null,
    check (grade_max >= grade_min)
  )`.execute(db)
  await sql`create index software_scenarios_of_product on software_scenarios (product_id)`.execute(
    db,
  )
  await sql`create index software_scenarios_of_variant on software_scenarios (variant_id)`.execute(
    db,
  )
  await sql`create table scenario_data (
    scenario_id uuid not null references software_scenarios (id) on delete cascade,
    position integer not null,
    subject text not null check (subject in ('pupil', 'teacher', 'parent')),
    category text not null check (length(category) <= 40),
    is_required boolean not null default true,
    purpose text not null default '' check (length(purpose) <= 300),
    legal_basis text not null default 'unclear' check (legal_basis in ('schulg_120_5', 'schulg_121', 'vo_dv_1', 'vo_dv_2', 'consent', 'contract', 'none_needed', 'unclear')),
    within_vo_dv text not null default 'unclear' check (within_vo_dv in ('yes', 'no', 'unclear')),
    retention text not null default '' check (length(retention) <= 300),
    recipients text not null default '' check (length(recipients) <= 300),
    primary key (scenario_id, position)
  )`.execute(db)
  await sql`create table variant_subprocessors (
    variant_id uuid not null references software_variants (id) on delete cascade,
    position integer not null,
    name text not null check (length(name) between 1 and 160),
    country text not null default '' check (length(country) <= 60),
    service text not null default '' check (length(service) <= 200),
    transfer_basis text not null default 'unknown' check (transfer_basis in ('eu', 'adequacy', 'dpf', 'scc_tia', 'none', 'unknown')),
    since date,
    primary key (variant_id, position)
  )`.execute(db)
  await sql`create table software_documents (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references software_products (id) on delete cascade,
    kind text not null check (kind in ('privacy_policy', 'terms', 'avv', 'tom', 'subprocessor_list', 'retention', 'dpia', 'certificate',
      'vendor_reply', 'vvt_block', 'art13_text', 'parents_letter', 'usage_rules')),
    file_id uuid references files (id) on delete set null,
    url text check (length(url) <= 1000),
    -- Blocks of text that packages for schools are made of.
    body text not null default '' check (length(body) <= 20000),
    version_label text not null default '' check (length(version_label) <= 120),
    valid_from date,
    retrieved_on date,
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    visibility text not null default 'reviewers' check (visibility in ('reviewers', 'schools', 'public')),
    added_by uuid references persons (id) on delete set null,
    added_at timestamptz not null,
    replaced_at timestamptz
  )`.execute(db)
  await sql`create index software_documents_of_product on software_documents (product_id, kind) where replaced_at is null`.execute(
    db,
  )
  await sql`create table software_seals (
    id uuid primary key default gen_random_uuid(),
    product_id uuid not null references software_products (id) on delete cascade,
    scheme text not null check (scheme in ('educheck', 'vidis', 'commonsense', '1edtech', 'berlin', 'iso27001', 'bsi_c5', 'other')),
    result text not null check (length(result) between 1 and 200),
    issued_on date,
    url text not null default '' check (length(url) <= 1000),
    valid_until date
  )`.execute(db)
  await sql`create index software_seals_of_product on software_seals (product_id)`.execute(db)

  await sql`create table software_follows (
    product_id uuid not null references software_products (id) on delete cascade,
    person_id uuid not null references persons (id) on delete cascade,
    since timestamptz not null,
    primary key (product_id, person_id)
  )`.execute(db)
  await sql`create index software_follows_of_person on software_follows (person_id, since desc)`.execute(
    db,
  )
  await sql`create table watch_lists (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references persons (id) on delete cascade,
    title text not null check (length(title) between 1 and 120),
    visibility text not null default 'private' check (visibility in ('private', 'network')),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    client_key uuid not null,
    unique (person_id, client_key)
  )`.execute(db)
  await sql`create table watch_list_items (
    list_id uuid not null references watch_lists (id) on delete cascade,
    product_id uuid not null references software_products (id) on delete cascade,
    note text not null default '' check (length(note) <= 500),
    added_at timestamptz not null,
    primary key (list_id, product_id)
  )`.execute(db)
  await sql`create index watch_list_items_of_product on watch_list_items (product_id)`.execute(db)

  await sql`alter table project_software add column product_id uuid references software_products (id) on delete set null`.execute(
    db,
  )
  await sql`create index project_software_of_product on project_software (product_id) where product_id is not null`.execute(
    db,
  )
}
