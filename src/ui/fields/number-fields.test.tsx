// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { NumberField } from './number-fields.tsx';

afterEach(cleanup);

function setUp() {
  const told: number[] = [];
  function Temperature() {
    const [value, setValue] = useState(0.8);
    return (
      <NumberField
        {...{ label: 'Temperature', min: 0, max: 2, step: 0.1, value }}
        onChange={(changed) => {
          told.push(changed);
          setValue(changed);
        }}
      />
    );
  }
  render(<Temperature />);
  const field = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Temperature' });
  const type = (text: string): void => {
    fireEvent.change(field, { target: { value: text } });
  };
  return { field, told, type };
}

describe('a number field', () => {
  it('keeps what was until what is typed is whole', () => {
    const { field, told, type } = setUp();
    type('1');
    type('1.');
    type('1.5');
    expect(told).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(told).toEqual([1.5]);
    type('');
    fireEvent.blur(field);
    expect(field.value).toBe('1.5');
    expect(screen.getByText('A number from 0 to 2 is needed; 1.5 is used.')).toBeTruthy();
    type('3');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('1.5');
    expect(told).toEqual([1.5]);
  });

  it('reads a decimal comma, and goes by its step', () => {
    const { field, told, type } = setUp();
    type('0,7');
    fireEvent.blur(field);
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(told).toEqual([0.7, 0.8, 0.7]);
  });

  it('says what it made of a number out of range, and keeps saying it', () => {
    const { field, told, type } = setUp();
    type('7');
    fireEvent.blur(field);
    expect(told).toEqual([2]);
    const sentence = 'A number from 0 to 2 is needed; 2 is used.';
    expect(screen.getByText(sentence)).toBeTruthy();
    fireEvent.focus(field);
    fireEvent.blur(field);
    expect(screen.getByText(sentence)).toBeTruthy();
    type('1');
    fireEvent.blur(field);
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it('says at once that what is typed can’t be used, and that the field is right again once it is left', () => {
    const { field, told, type } = setUp();
    for (const bad of ['7', '-', 'hot', '']) {
      type(bad);
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByText('A number from 0 to 2 is needed; 0.8 is used.')).toBeTruthy();
    }
    fireEvent.blur(field);
    expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['0.8', 'false']);
    expect(told).toEqual([]);
  });

  it('ignores the wheel', () => {
    const { field, told } = setUp();
    field.focus();
    fireEvent.wheel(field, { deltaY: 100 });
    expect(field.type).toBe('text');
    expect(told).toEqual([]);
  });
});
