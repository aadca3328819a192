/**
 * Sends a request's bytes to a vendor and returns its response within one deadline; keeps the time at each vendor.
 * Nothing here knows signatures, JSON or a query.
 */
@NullMarked
package io.callport.http.transport;

import org.jspecify.annotations.NullMarked;
