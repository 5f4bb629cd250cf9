import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROMPT_FILE_LIMITS, readPromptSet } from './read-prompt-set.ts';

const line = (row: unknown): string => `${JSON.stringify(row)}\n`;
const sentences = (text: string, ...rest: [object?]): string[] =>
  readPromptSet(text, ...rest).problems.map(({ sentence }) => sentence);

describe('a file of JSON Lines', () => {
  it('has a prompt for each preference that is told', () => {
    const text =
      line({ id: 'sky', prompt: ' Why? ', preference: 'Short.' }) +
      line({ prompt: 'How?', preference_1: 'Formal.', preference_2: 'Casual.' }) +
      line({ id: 7, prompt: 'When?', preference_1: '', preference_2: null });
    expect(readPromptSet(text)).toEqual({
      prompts: [
        { id: 'sky', prompt: 'Why?', preference: 'Short.' },
        { id: 'line-2-1', prompt: 'How?', preference: 'Formal.' },
        { id: 'line-2-2', prompt: 'How?', preference: 'Casual.' },
        { id: '7', prompt: 'When?', preference: '' },
      ],
      ...{ problems: [], furtherProblems: 0 },
      columnNames: ['id', 'prompt', 'preference', 'preference_1', 'preference_2'],
      columns: {
        ...{ id: 'id', prompt: 'prompt', input: null },
        preferences: ['preference', 'preference_1', 'preference_2'],
      },
    });
  });

  it('has instructions with their input below a blank line', () => {
    const text =
      line({ instruction: 'Summarise.', input: 'A text.', output: 'Ignored.' }) +
      line({ instruction: 'Sing.', input: '' });
    expect(readPromptSet(text).prompts.map(({ prompt }) => prompt)).toEqual([
      'Summarise.\n\nA text.',
      'Sing.',
    ]);
  });

  it('has prompts as TRL writes them, chosen and rejected being ignored', () => {
    const user = { role: 'user', content: 'Why?' };
    const system = { role: 'system', content: 'Be kind.' };
    const parts = { role: 'user', content: [{ type: 'text', text: 'What?' }] };
    const chosen = [{ role: 'assistant', content: 'So.' }];
    const text =
      line({ prompt: [user], chosen, rejected: chosen }) +
      line({ prompt: [system, user] }) +
      line({ prompt: [parts] }) +
      line({ prompt: 'Plain?', chosen: 'Yes.', rejected: 'No.' }) +
      line({ prompt: [user, ...chosen, user] });
    const { prompts, problems } = readPromptSet(text);
    expect(prompts.map(({ prompt }) => prompt)).toEqual([
      ...['Why?', 'Be kind.\n\nWhy?', 'What?', 'Plain?'],
    ]);
    expect(problems).toEqual([
      {
        line: 5,
        sentence:
          'Line 5 has a "prompt" that is neither a text nor a list of messages with one of the user, after one of the system at most.',
      },
    ]);
  });

  it('names the rows that can’t be read, and keeps the others', () => {
    const long = 'x'.repeat(100_001);
    const text = [
      '{"prompt": "One"}',
      '{"prompt": ',
      '["Two"]',
      '',
      '{"prompt": 3}',
      '{"prompt": "  "}',
      '{"text": "Four"}',
      `{"prompt": "${long}"}`,
      `{"prompt": "Five", "id": "${long}"}`,
      '{"prompt": "Six", "preference": ["Short."]}',
      '{"prompt": "One"}',
      '{"prompt": "Seven", "id": "line-1"}',
      '{"prompt": "Eight"}',
    ].join('\n');
    const { prompts } = readPromptSet(text);
    expect(prompts.map(({ prompt }) => prompt)).toEqual(['One', 'Eight']);
    expect(sentences(text)).toEqual([
      expect.stringMatching(/^Line 2 isn’t JSON: /),
      'Line 3 should be an object, as {"prompt": "…", "preference": "…"}.',
      'Line 5 has a "prompt" that is neither a text nor a list of messages with one of the user, after one of the system at most.',
      'Line 6 has no "prompt": a text that asks something.',
      'Line 7 has no "prompt": a text that asks something.',
      'Line 8 has a text of more than 100000 characters.',
      'Line 9 has an id of more than 200 characters.',
      'Line 10 has a "preference" that is no text.',
      'Line 11 asks the same as line 1.',
      'Line 12 has the id of line 1.',
    ]);
  });

  it('takes fields that every object has for what they are', () => {
    const text = '{"__proto__": {"prompt": "Hidden"}, "constructor": "Why?"}\n';
    expect(readPromptSet(text).prompts).toEqual([]);
    const { prompts } = readPromptSet(text, { columns: { prompt: 'constructor' } });
    expect(prompts).toEqual([{ id: 'line-1', prompt: 'Why?', preference: '' }]);
  });
});

describe('a table', () => {
  it('is read with its byte order mark, Windows line ends, quotes and line breaks in cells', () => {
    const text =
      '\uFEFFPrompt,Preference\r\n"Say ""hi"", please.","Short.\r\nFormal."\r\n\r\nWhy?,\r\nHow?';
    const { prompts, problems } = readPromptSet(text);
    expect(prompts).toEqual([
      { id: 'line-2', prompt: 'Say "hi", please.', preference: 'Short.\nFormal.' },
      { id: 'line-5', prompt: 'Why?', preference: '' },
    ]);
    expect(problems).toEqual([
      { line: 6, sentence: 'Line 6 has another number of cells (1) than the first row (2).' },
    ]);
  });

  it.each([
    ['semicolons', 'prompt;preference\nOne, two;Short.\n'],
    ['tabs', 'prompt\tpreference\nOne, two\tShort.\n'],
    ['commas', 'prompt,preference\n"One, two",Short.\n'],
  ])('may be separated by %s', (_, text) => {
    expect(readPromptSet(text).prompts).toEqual([
      { id: 'line-2', prompt: 'One, two', preference: 'Short.' },
    ]);
  });

  it('goes on below a row whose quotes don’t match, and ends where one is never closed', () => {
    const text = 'prompt,preference\n"One" two,x\nThree,y\n"Four,z\nFive,"z"\n"Six';
    const { prompts, problems } = readPromptSet(text);
    expect(prompts.map(({ prompt }) => prompt)).toEqual(['Three']);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'Line 2 has text behind a quote that closes: a quote within a cell is doubled.',
      'Line 4 has text behind a quote that closes: a quote within a cell is doubled.',
      'Line 6 has a quote that is never closed.',
    ]);
  });

  it('is separated as its first row is, and names no column twice', () => {
    expect(sentences('prompt,a,a\nOne,2,3\n')).toEqual(['Line 1 names two columns "a".']);
  });

  it('gives back what was written by the rules, whatever the texts are', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', ',', ';', '\t', '"', '\n', '\u{1F600}'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, separator, end) => {
          const written = rows.map(([x, z], place) =>
            [`${String(place)} ${x}`, z]
              .map((text) => `"${text.replaceAll('"', '""').replaceAll('\n', end)}"`)
              .join(separator),
          );
          const text = [`prompt${separator}preference`, ...written].join(end);
          expect(
            readPromptSet(text).prompts.map(({ prompt, preference }) => [prompt, preference]),
          ).toEqual(rows.map(([x, z], place) => [`${String(place)} ${x}`.trim(), z.trim()]));
        },
      ),
    );
  });
});

describe('any file', () => {
  it('is read by the columns that a person names', () => {
    const columns = { prompt: 'question', input: 'text', preferences: ['style'], id: 'key' };
    const { prompts } = readPromptSet('key,question,text,style\na,Why?,This.,Short.\n', {
      columns,
    });
    expect(prompts).toEqual([{ id: 'a', prompt: 'Why?\n\nThis.', preference: 'Short.' }]);
  });

  it.each([
    ['', {}, 'The file is empty.'],
    ['prompt\n', {}, 'The file holds no prompts.'],
    ['[{"prompt": "x"}]', {}, 'The file is one list: write its objects one a line (JSON Lines).'],
    [
      'question,style\nWhy?,Short.\n',
      {},
      'No column is called "prompt" or "instruction": say which one is the prompt; there are "question", "style".',
    ],
    [
      'prompt\nWhy?\n',
      { columns: { preferences: ['style'] } },
      'No column is called "style": there are "prompt".',
    ],
    ['hello', { fileName: 'a.jsonl' }, expect.stringMatching(/^Line 1 isn’t JSON/)],
  ])('%j says what is wrong with it', (text, options, sentence) => {
    expect(sentences(text, options)).toEqual([sentence]);
  });

  it('names some of its problems and counts the others', () => {
    const { problems, furtherProblems } = readPromptSet(`{"prompt": "x"}\n${'oops\n'.repeat(150)}`);
    expect([problems.length, furtherProblems]).toEqual([PROMPT_FILE_LIMITS.problems, 50]);
  });

  it('may have ten thousand rows, and no more than are read', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, place) => `Prompt ${String(place)}?,"Short, ""please"""`,
    );
    expect(readPromptSet(['prompt,preference', ...rows].join('\n')).prompts).toHaveLength(10_000);
    const many = Array.from({ length: PROMPT_FILE_LIMITS.rows + 2 }, (_, place) => String(place));
    const { prompts, problems } = readPromptSet(['prompt', ...many].join('\n'));
    expect(prompts).toHaveLength(PROMPT_FILE_LIMITS.rows);
    expect(problems).toEqual([
      {
        line: PROMPT_FILE_LIMITS.rows + 2,
        sentence: `Line ${String(PROMPT_FILE_LIMITS.rows + 2)} and those below are left out: at most 100,000 rows are read.`,
      },
    ]);
  });

  it('is read in one pass, however its quotes stand', () => {
    // Each takes minutes where a quote, a separator or a blank is looked for to the end of the file again and again.
    const many = 1_000_000;
    const hostile = [
      `a,b\n"${'x"'.repeat(many)}${' '.repeat(many)}\n1,2\n`,
      `prompt\n${'"x"\n'.repeat(many / 100)}`,
      `a\n${'"'.repeat(2 * many)}\n`,
      `a,b\n${','.repeat(many)}\n`,
      `{"prompt": ${'['.repeat(many)}\n`,
    ];
    for (const text of hostile) expect(readPromptSet(text).problems.length).toBeGreaterThan(0);
  });

  it('holds a long prompt once, however many preferences it has', () => {
    // More than memory holds where each preference brings a copy of its prompt.
    const preferences = Object.fromEntries(
      Array.from({ length: 450 }, (_, place) => [`preference_${String(place)}`, String(place)]),
    );
    const rows = Array.from({ length: 120 }, (_, place) =>
      line({ prompt: `${String(place)} ${'x'.repeat(99_000)}`, ...preferences }),
    );
    expect(readPromptSet(rows.join('')).prompts).toHaveLength(120 * 450);
  });

  it('never throws, and has no id twice', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('prompt,"\n\r;{}[]:')) }),
      fc.array(fc.json(), { maxLength: 5 }).map((values) => values.join('\n')),
      fc
        .array(
          fc.record({ prompt: fc.jsonValue(), id: fc.jsonValue(), preference: fc.jsonValue() }),
        )
        .map((rows) => rows.map(line).join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const ids = readPromptSet(text).prompts.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
