/** The entry to the command line, which does no work itself. */
@NullMarked
package io.callport.app;

import org.jspecify.annotations.NullMarked;
