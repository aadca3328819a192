package io.callport.archunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundHexagonTest {
    private final JavaClasses shop = Fixtures.classes(Fixtures.SHOP);
    private final JavaClasses nothing = new ClassFileImporter().importPackages("com.example.nowhere");

    @ParameterizedTest
    @EnumSource
    void aSoundHexagonPasses(HexagonRule rule) {
        assertThatCode(() -> Fixtures.shop(1).rule(rule).check(shop)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatSawFewerClassesThanDeclaredFails(HexagonRule rule) {
        assertThat(Fixtures.findings(Fixtures.shop(999), rule, Fixtures.SHOP))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("Layer '")
                        .contains("but the rule was told to look at 999 or more"));
    }

    @Test
    void aPackageInfoIsNoClass() {
        assertThat(Fixtures.findings(Fixtures.shop(999), HexagonRule.ARROWS, Fixtures.SHOP))
                .anyMatch(finding -> finding.startsWith("Layer 'domain' has 4 classes"));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatSawNoClassFails(HexagonRule rule) {
        assertThat(Fixtures.shop(1).rule(rule).evaluate(nothing).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"HIDING"},
            mode = EnumSource.Mode.EXCLUDE)
    void aMisspeltPackageFails(HexagonRule rule) {
        HexagonRules rules = Fixtures.shop(1, Fixtures.SHOP + ".order..", Fixtures.SHOP + ".ordre");

        assertThat(Fixtures.findings(rules, rule, Fixtures.SHOP))
                .contains("Layer 'domain' names the package com.example.shop.ordre, which has no class:"
                        + " correct its name or delete it.");
    }

    @ParameterizedTest
    @EnumSource
    void aRuleSaysWhy(HexagonRule rule) {
        assertThat(Fixtures.shop(1).rule(rule).getDescription()).contains(", because ");
    }

    @Test
    void everyRuleIsAmongTheRules() {
        assertThat(Fixtures.shop(1).rules()).hasSameSizeAs(HexagonRule.values());
    }

    @Test
    void oneCheckReportsEveryViolatedRule() {
        assertThat(Fixtures.failure(Fixtures.shop(999), shop))
                .startsWith("8 of 8 architecture rules are violated.")
                .contains(
                        "Arrows:", "Exports:", "Cycles:", "Core:", "Hiding:", "Public types:", "Inheritance:", "Null:");
    }
}
