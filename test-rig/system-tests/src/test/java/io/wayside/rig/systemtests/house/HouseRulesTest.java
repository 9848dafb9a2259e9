// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for the house, and each of them sees the one who breaks it. */
class HouseRulesTest {

  private static final String ROOT = "io.wayside";
  private static final String BROKEN = "io.wayside.rig.systemtests.broken";
  private static final House HOUSE = House.ofTheBuild();
  private static final JavaClasses MAIN = HOUSE.mainClasses();
  private static final JavaClasses TESTS =
      HOUSE
          .testClasses()
          .that(describe("no fixtures", type -> !type.getPackageName().startsWith(BROKEN)));
  private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BROKEN);

  static Stream<HouseRule> rulesOfMain() {
    return main(ROOT);
  }

  static Stream<HouseRule> rulesOfTests() {
    return new ConductRules(ROOT).forTests().stream();
  }

  static Stream<HouseRule> rulesOfTheBrokenHouse() {
    return Stream.concat(main(BROKEN), new ConductRules(BROKEN).forTests().stream());
  }

  private static Stream<HouseRule> main(String root) {
    return Stream.concat(
        new ImportRules(root).all().stream(), new ConductRules(root).forMain().stream());
  }

  @ParameterizedTest
  @MethodSource("rulesOfMain")
  void mainCodeKeepsTheRule(HouseRule rule) {
    rule.rule().check(MAIN);
  }

  @ParameterizedTest
  @MethodSource("rulesOfTests")
  void testsKeepTheRule(HouseRule rule) {
    rule.rule().check(TESTS);
  }

  @ParameterizedTest
  @MethodSource("rulesOfTheBrokenHouse")
  void theRuleSeesWhoBreaksIt(HouseRule rule) {
    List<String> culprits = culprits(rule.name());
    String report =
        String.join("\n", rule.rule().evaluate(FIXTURES).getFailureReport().getDetails());

    assertThat(culprits).as("fixtures marked @Breaks(\"%s\")", rule.name()).isNotEmpty();
    assertThat(report).contains(culprits);
  }

  @Test
  void noFixtureIsMarkedWithARuleThatDoesNotExist() {
    List<String> known = rulesOfTheBrokenHouse().map(HouseRule::name).toList();

    assertThat(FIXTURES.stream().filter(type -> type.isAnnotatedWith(Breaks.class)))
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(known).contains(type.getAnnotationOfType(Breaks.class).value()));
  }

  @Test
  void everyRoomHasSomebodyInIt() {
    Set<String> lived =
        MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

    assertThat(Rooms.ALL.stream().map(room -> ROOT + "." + room.name()))
        .as("rooms; take the line of an empty one out of Rooms.java")
        .allMatch(room -> lived.stream().anyMatch(pack -> Room.within(pack, room)));
  }

  private static List<String> culprits(String rule) {
    return FIXTURES.stream()
        .filter(type -> type.isAnnotatedWith(Breaks.class))
        .filter(type -> List.of(type.getAnnotationOfType(Breaks.class).value()).contains(rule))
        .map(JavaClass::getName)
        .toList();
  }
}
