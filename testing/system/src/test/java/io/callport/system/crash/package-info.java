/**
 * The crash tests: a broker, several instances of the service and a stand-in vendor under load and faults, and the
 * checks of the evidence that a run leaves behind. No type here is shipped.
 */
@NullMarked
package io.callport.system.crash;

import org.jspecify.annotations.NullMarked;
