import type { SAXParser } from 'sax';

/** The events of an XML document being read; names have no prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads an XML document in chunks. */
export interface XmlReader {
  /** @throws when the document is not well-formed */
  read(text: string): void;
  end(): void;
}

/** Elements within each other, and attributes of one, which the parser keeps: no workbook has nearly as many. */
const DEEPEST = 100;
const MOST_ATTRIBUTES = 1_000;

export async function xmlReader(listener: XmlListener): Promise<XmlReader> {
  const { default: sax } = await import('sax');
  // It counts its position in order to refuse names, attributes and comments without end.
  const parser: SAXParser = sax.parser(true);
  let failure: Error | null = null;
  parser.onerror = (error) => {
    failure ??= error;
  };
  let depth = 0;
  let attributeCount = 0;
  parser.onattribute = () => {
    attributeCount += 1;
    if (attributeCount > MOST_ATTRIBUTES) throw new Error(`more than ${MOST_ATTRIBUTES} attributes`);
  };
  parser.onopentag = ({ name, attributes }) => {
    attributeCount = 0;
    depth += 1;
    if (depth > DEEPEST) throw new Error(`more than ${DEEPEST} elements within each other`);
    listener.open?.(localName(name), attributes as Record<string, string>);
  };
  parser.ontext = (text) => listener.text?.(text);
  parser.oncdata = (text) => listener.text?.(text);
  parser.onclosetag = (name) => {
    depth -= 1;
    listener.close?.(localName(name));
  };

  function check(): void {
    if (failure) throw failure;
  }

  return {
    read(text) {
      parser.write(text);
      check();
    },
    end() {
      parser.close();
      check();
    },
  };
}

/** Reads a document that is there as a whole. */
export async function readXml(text: string, listener: XmlListener): Promise<void> {
  if (text === '') return;
  const reader = await xmlReader(listener);
  reader.read(text);
  reader.end();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
