/**
 * The crash tests: a broker, several instances of the service and a stand-in vendor under load and faults, and judges of what
 * they leave behind. Nothing here is part of what is shipped.
 */
@NullMarked
package io.callport.system.crash;

import org.jspecify.annotations.NullMarked;
