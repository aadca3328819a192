/**
 * The commands that sign a message, for comparison with a message that a vendor refuses. These commands need no
 * configuration and send no requests.
 */
@NullMarked
package io.callport.tools.sign;

import org.jspecify.annotations.NullMarked;
