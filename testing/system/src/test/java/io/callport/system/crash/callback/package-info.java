/** Callbacks under load, while the service and the broker are killed. */
@NullMarked
package io.callport.system.crash.callback;

import org.jspecify.annotations.NullMarked;
