package io.callport.archunit;

/** The rules, in the order in which they are checked. */
public enum HexagonRule {
    /** Every class under the root lies in one layer, and only declared arrows are used. */
    ARROWS("a layer"),
    /** Only exported packages are used from outside, where a layer or library lists its exports. */
    EXPORTS("exports(...)"),
    /** Packages under the root form no cycle. */
    CYCLES("a layer"),
    /** A core has no clock, randomness, thread or I/O, and uses no library that it was not granted. */
    CORE("core(...)"),
    /** No type of a hidden library is in a public signature of the layer that hides it. */
    HIDING("hides(...)"),
    /** The public types of exported packages are exactly the types of the checked-in lists. */
    PUBLIC_TYPES("publicTypes(...)"),
    /** No class under the root extends another class under the root, except exceptions. */
    NO_INHERITANCE("noInheritance()"),
    /** Every package is annotated with JSpecify's {@code @NullMarked}. */
    NULL_MARKED("nullMarked()");

    private final String declaredBy;

    HexagonRule(String declaredBy) {
        this.declaredBy = declaredBy;
    }

    String declaredBy() {
        return declaredBy;
    }
}
