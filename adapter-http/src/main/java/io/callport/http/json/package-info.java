/**
 * JSON, as vendors write and read it: bodies built in order, fields read however loose their types. Nothing here knows
 * envelopes, failures or one vendor's fields.
 */
@NullMarked
package io.callport.http.json;

import org.jspecify.annotations.NullMarked;
