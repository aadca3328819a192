/** What goes over the wire: a vendor's request and the answer to it, of no HTTP server in particular. */
@NullMarked
package io.callport.webhook.message;

import org.jspecify.annotations.NullMarked;
