/** The commands that back ends publish during a run. Their results are read elsewhere. */
@NullMarked
package io.callport.system.crash.load;

import org.jspecify.annotations.NullMarked;
