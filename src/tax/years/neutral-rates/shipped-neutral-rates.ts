import from2023 from './2023-01-01.yaml';
import from2024 from './2024-01-01.yaml';
import fromMay2025 from './2025-05-01.yaml';
import from2026 from './2026-01-01.yaml';

/** The grids of the neutral rate that come with the program, as data for `neutralGridSchema`, oldest first. */
export const SHIPPED_NEUTRAL_GRIDS: readonly unknown[] = [from2023, from2024, fromMay2025, from2026];
