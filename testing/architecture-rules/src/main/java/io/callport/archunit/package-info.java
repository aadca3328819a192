/**
 * ArchUnit rules for a hexagon: one description, {@link io.callport.archunit.HexagonRules}, and a file per rule. Nothing here
 * knows Callport's own layers, and nothing but ArchUnit and the JDK is used.
 */
@NullMarked
package io.callport.archunit;

import org.jspecify.annotations.NullMarked;
