/** The command as a bundle starts it: what `command/prs.mjs` does once the packages are there. */
import { readOrder } from '../read-order.mjs';
import { carryOut } from '../carry-out.ts';

const order = readOrder(process.argv.slice(2), process.env);
if (order.command !== 'help') await carryOut(order);
