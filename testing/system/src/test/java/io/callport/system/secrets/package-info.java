/**
 * Searches the output of tests and their processes for the secrets that tests use. The search does not know the code
 * under test.
 */
@NullMarked
package io.callport.system.secrets;

import org.jspecify.annotations.NullMarked;
