/**
 * The commands that sign a message, to compare with what a vendor refuses. They need no configuration and ask nobody.
 */
@NullMarked
package io.callport.tools.sign;

import org.jspecify.annotations.NullMarked;
