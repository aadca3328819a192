/**
 * An HTTP server of read-only pages, for people and monitors. Clients that stall, flood, or come through a foreign name
 * keep no other client from the health page. Nothing here knows what a page says.
 */
@NullMarked
package io.callport.observability.pages;

import org.jspecify.annotations.NullMarked;
