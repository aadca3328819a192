/**
 * How a vendor's answer is read: its envelope to a reply or a failure. Nothing here knows one vendor's fields, nor how the
 * bytes came.
 */
@NullMarked
package io.callport.http.reply;

import org.jspecify.annotations.NullMarked;
