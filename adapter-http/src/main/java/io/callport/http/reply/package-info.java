/**
 * Reads a vendor's response: its JSON and envelope become a reply or a failure. Nothing here knows one vendor's fields,
 * or sends a request.
 */
@NullMarked
package io.callport.http.reply;

import org.jspecify.annotations.NullMarked;
