// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables agree with themselves, and in numbers and sizes with the standard. */
class TablesTest {

  private static final List<Definition> ALL =
      Stream.concat(Dictionary.messages().stream(), Dictionary.parameters().stream()).toList();

  @Test
  void everyMessageAndParameterOfBothVersionsIsThere() {
    // 1.0.1 has 40 messages and the two of the client's request; 1.1 adds four, of which the
    // two pairs of version negotiation.
    assertThat(Dictionary.messages()).hasSize(46);
    assertThat(Dictionary.parameters().stream().mapToInt(Definition::type).sorted().toArray())
        .isEqualTo(
            IntStream.of(1, 128, 137, 139, 177, 207, 217, 237, 287, 327, 341, 365, 1023)
                .flatMap(first -> IntStream.rangeClosed(first, lastOfTheRunFrom(first)))
                .toArray());
  }

  private static int lastOfTheRunFrom(int first) {
    return switch (first) {
      case 1 -> 20;
      case 128 -> 129;
      case 139 -> 149;
      case 177 -> 188;
      case 207 -> 211;
      case 217 -> 226;
      case 237 -> 257;
      case 287 -> 289;
      case 327 -> 339;
      case 341 -> 363;
      default -> first;
    };
  }

  @Test
  void whatStandsWithinIsInTheTablesToo() {
    assertThat(ALL.stream().flatMap(each -> each.slots().stream()).flatMap(s -> s.names().stream()))
        .allSatisfy(name -> assertThat(Dictionary.parameterNamed(name)).isPresent());
  }

  @Test
  void numbersAndNamesAreGivenOnce() {
    assertThat(Dictionary.messages()).extracting(Definition::type).doesNotHaveDuplicates();
    assertThat(Dictionary.parameters()).extracting(Definition::type).doesNotHaveDuplicates();
    assertThat(lines()).isEqualTo(ALL.size());
  }

  private static long lines() {
    return Stream.of(
            Tables.MESSAGES,
            Tables.TAG_PARAMETERS,
            Tables.READER_PARAMETERS,
            Tables.SPEC_PARAMETERS)
        .mapToLong(table -> table.lines().count())
        .sum();
  }

  @Test
  void fieldsOfFixedWidthFillWholeBytes() {
    assertThat(ALL)
        .allSatisfy(
            each -> {
              int bits = 0;
              for (Field field : each.fields()) {
                if (field.bits() == 0) {
                  assertThat(bits % 8).as(each.name() + " before " + field.name()).isZero();
                }
                bits += field.bits();
              }
              assertThat(bits % 8).as(each.name()).isZero();
            });
  }

  @Test
  void parametersWithoutLengthHoldNothingElse() {
    assertThat(Dictionary.parameters().stream().filter(each -> each.type() < 128))
        .allSatisfy(
            each -> {
              assertThat(each.slots()).isEmpty();
              assertThat(each.fields()).allMatch(field -> field.bits() > 0);
            });
  }

  /** Sizes of the fields in bytes, counted by hand from the standard's figures. */
  @ParameterizedTest
  @CsvSource({
    "AntennaID, 2",
    "EPC_96, 12",
    "C1G2SingulationDetails, 4",
    "LLRPCapabilities, 24",
    "GPITriggerValue, 7",
    "TagObservationTrigger, 12",
    "AccessSpec, 12",
    "C1G2Read, 11",
    "C1G2TagInventoryStateAwareSingulationAction, 1",
    "UHFC1G2RFModeTableEntry, 28",
    "C1G2SingulationControl, 7",
    "TagReportContentSelector, 2",
    "GPIPortCurrentState, 4",
    "ROSpecEvent, 9",
    "C1G2Recommission, 7"
  })
  void sizesAreThoseOfTheStandard(String name, int bytes) {
    Definition definition = Dictionary.parameterNamed(name).orElseThrow();
    assertThat(definition.fields().stream().mapToInt(Field::bits).sum()).isEqualTo(bytes * 8);
  }
}
