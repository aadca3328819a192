/**
 * JSON as vendors read and write it: bodies are built in order, fields are read leniently. Nothing here knows an
 * envelope or one vendor's fields.
 */
@NullMarked
package io.callport.http.json;

import org.jspecify.annotations.NullMarked;
