import y2018 from './2018.yaml';
import y2019 from './2019.yaml';
import y2020 from './2020.yaml';
import y2021 from './2021.yaml';
import y2022 from './2022.yaml';
import y2023 from './2023.yaml';
import y2024 from './2024.yaml';
import y2025 from './2025.yaml';

/** The income years that come with the program, as data for `taxYearSchema`, oldest first. */
export const SHIPPED_YEARS: readonly unknown[] = [y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025];
