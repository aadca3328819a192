/** Compares the schemas of this build with the released ones. It reads no message. */
@NullMarked
package io.callport.contract.compatibility;

import org.jspecify.annotations.NullMarked;
