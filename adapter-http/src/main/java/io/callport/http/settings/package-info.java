/**
 * The settings of the HTTP adapter: accounts, limits, listener.
 */
@NullMarked
package io.callport.http.settings;

import org.jspecify.annotations.NullMarked;
