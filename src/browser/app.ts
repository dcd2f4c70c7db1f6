import { groupAmounts } from './amount-fields.ts';
import { searchBoxes } from './box-search.ts';
import { copyCode } from './copy-code.ts';
import { followFile } from './file-progress.ts';
import { keepTyped } from './keep-typed.ts';
import { followForm } from './live-result.ts';
import { sendOnce } from './send-once.ts';
import { share } from './share.ts';

/** Improvements by scripts. Every page works without them. */
followFile(document);
searchBoxes(document);
sendOnce(document);
share(document);
keepTyped(document);
copyCode(document);
groupAmounts(document);
followForm(document);
