/**
 * ArchUnit rules for a hexagonal architecture: one description, {@link io.callport.archunit.HexagonRules}, and a file
 * per rule. The rules do not know Callport's own layers and use only ArchUnit and the JDK.
 */
@NullMarked
package io.callport.archunit;

import org.jspecify.annotations.NullMarked;
