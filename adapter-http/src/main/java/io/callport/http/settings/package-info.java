/**
 * The settings of the HTTP adapter: its accounts, limits and listener, and what each vendor documents of its accounts.
 * Nothing here makes a request.
 */
@NullMarked
package io.callport.http.settings;

import org.jspecify.annotations.NullMarked;
