/** The entry to the command line. Nothing happens here. */
@NullMarked
package io.callport.app;

import org.jspecify.annotations.NullMarked;
