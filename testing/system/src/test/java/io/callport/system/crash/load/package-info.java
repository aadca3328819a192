/**
 * What back ends publish during a run. Nothing here reads what becomes of it.
 */
@NullMarked
package io.callport.system.crash.load;

import org.jspecify.annotations.NullMarked;
