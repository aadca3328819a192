/**
 * What each vendor family is put together from: its accounts, their connections, and the table of its ports. Nothing here
 * knows one family's signature or fields.
 */
@NullMarked
package io.callport.http.vendor;

import org.jspecify.annotations.NullMarked;
