package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonRuleTest {
    @Test
    void noClassExtendsAClassOfOursButAnExceptionOrAnEnumConstant() {
        String root = Fixtures.root("inheritance");
        HexagonRules rules = HexagonRules.of(root).layer("all", 6, root).noInheritance();

        assertThat(Fixtures.findings(rules, HexagonRule.NO_INHERITANCE, root))
                .containsExactlyInAnyOrder(
                        root + ".Child extends " + root + ".Parent: let it hold one instead,"
                                + " or let both implement an interface.",
                        root + ".Parent$1 extends " + root + ".Parent: let it hold one instead,"
                                + " or let both implement an interface.");
    }

    @Test
    void everyPackageIsNullMarked() {
        String root = Fixtures.root("unmarked");
        HexagonRules rules = HexagonRules.of(root).layer("all", 2, root + "..").nullMarked();

        assertThat(Fixtures.findings(rules, HexagonRule.NULL_MARKED, root))
                .containsExactlyInAnyOrder(
                        "Package " + root + " has no package-info.java with @NullMarked (org.jspecify): add it.",
                        "Package " + root + ".info has no package-info.java with @NullMarked (org.jspecify): add it.");
    }
}
