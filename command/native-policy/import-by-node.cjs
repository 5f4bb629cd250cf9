// @ts-check
'use strict';
/**
 * Node's own import: a package that lies outside this folder's node_modules is none of the files that Vite reads for the command.
 *
 * @param {string} url
 * @returns {Promise<unknown>}
 */
module.exports = (url) => import(url);
