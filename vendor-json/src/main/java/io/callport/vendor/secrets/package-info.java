/**
 * Finds and hides secrets in what vendors send: the only list of names and texts that count as secret. Nothing here
 * knows one vendor, or where a text goes.
 */
@NullMarked
package io.callport.vendor.secrets;

import org.jspecify.annotations.NullMarked;
