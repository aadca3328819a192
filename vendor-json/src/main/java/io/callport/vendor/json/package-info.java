/**
 * JSON as vendors write it: objects are read within bounds, their fields leniently, and what is not read is kept.
 * Nothing here knows an envelope or one vendor's fields.
 */
@NullMarked
package io.callport.vendor.json;

import org.jspecify.annotations.NullMarked;
