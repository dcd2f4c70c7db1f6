import type { FileJob, FileLimits } from '../../../model/file-jobs.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';

/** Whether a sheet has room for the lines of a file and a header, and for its columns with the results. */
export function fitsSheet({ progress, preview }: FileJob, { sheetRows, sheetColumns }: FileLimits): boolean {
  const columns = preview === null ? 0 : preview.columns.length + preview.unusedColumns.length;
  return progress.calculated + progress.refused < sheetRows && columns <= sheetColumns;
}

interface Formats {
  readonly csv: string;
  readonly xlsx: string;
}

/** The results and the report in both formats, that of the file itself first. */
export function downloadsView(job: FileJob, limits: FileLimits, { actionUrl }: PageContext) {
  const formats = formatsOf(job, limits);
  const links = ({ csv, xlsx }: Formats) =>
    formats.map((format, index) => ({
      url: actionUrl(format === 'csv' ? csv : xlsx),
      format: format.toUpperCase(),
      isFirst: index === 0,
    }));
  return {
    results: links({ csv: paths.fileResults(job.id), xlsx: paths.fileResultsWorkbook(job.id) }),
    report: links({ csv: paths.fileReport(job.id), xlsx: paths.fileReportWorkbook(job.id) }),
  };
}

function formatsOf(job: FileJob, limits: FileLimits): readonly ('csv' | 'xlsx')[] {
  if (!fitsSheet(job, limits)) return ['csv'];
  return job.preview?.sheet ? ['xlsx', 'csv'] : ['csv', 'xlsx'];
}
