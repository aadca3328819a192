/**
 * How a request gets to a vendor and its bytes come back: transport, signing seam, the vendor's clock. Nothing here knows
 * JSON, a vendor's envelope or a query.
 */
@NullMarked
package io.callport.http.client;

import org.jspecify.annotations.NullMarked;
