/**
 * The JSON bodies of requests to vendors, built field by field. Nothing here reads JSON, or knows one vendor's fields.
 */
@NullMarked
package io.callport.http.json;

import org.jspecify.annotations.NullMarked;
