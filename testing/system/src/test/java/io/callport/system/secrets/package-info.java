/**
 * Looks for the secrets that tests use in what tests and their processes printed. Knows nothing of what is tested.
 */
@NullMarked
package io.callport.system.secrets;

import org.jspecify.annotations.NullMarked;
