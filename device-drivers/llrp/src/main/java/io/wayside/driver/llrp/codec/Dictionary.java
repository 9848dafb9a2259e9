// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables, by number and by name. */
public final class Dictionary {

  /** Types of messages and of parameters with a length have ten bits. */
  static final int TYPES = 1024;

  /** Parameters of a lower type carry no length. */
  static final int FIRST_WITH_LENGTH = 128;

  private static final @Nullable Definition[] MESSAGE = new Definition[TYPES];
  private static final @Nullable Definition[] PARAMETER = new Definition[TYPES];
  private static final Map<String, Definition> MESSAGE_BY_NAME = new LinkedHashMap<>();
  private static final Map<String, Definition> PARAMETER_BY_NAME = new LinkedHashMap<>();

  static {
    fill(MESSAGE, MESSAGE_BY_NAME, Tables.MESSAGES);
    fill(PARAMETER, PARAMETER_BY_NAME, Tables.TAG_PARAMETERS);
    fill(PARAMETER, PARAMETER_BY_NAME, Tables.READER_PARAMETERS);
    fill(PARAMETER, PARAMETER_BY_NAME, Tables.SPEC_PARAMETERS);
  }

  private Dictionary() {}

  private static void fill(
      @Nullable Definition[] byType, Map<String, Definition> byName, String table) {
    for (Definition definition : TableReader.read(table)) {
      byType[definition.type()] = definition;
      byName.put(definition.name(), definition);
    }
  }

  /** A type of message; where the tables have none, one without fields. */
  public static Definition message(int type) {
    Definition known = MESSAGE[type];
    return known == null ? Definition.unknown(type) : known;
  }

  /** A type of parameter; where the tables have none, one without fields. */
  public static Definition parameter(int type) {
    Definition known = PARAMETER[type];
    return known == null ? Definition.unknown(type) : known;
  }

  static boolean knowsParameter(int type) {
    return PARAMETER[type] != null;
  }

  public static Optional<Definition> messageNamed(String name) {
    return Optional.ofNullable(MESSAGE_BY_NAME.get(name));
  }

  public static Optional<Definition> parameterNamed(String name) {
    return Optional.ofNullable(PARAMETER_BY_NAME.get(name));
  }

  /** All messages the tables have. */
  public static List<Definition> messages() {
    return new ArrayList<>(MESSAGE_BY_NAME.values());
  }

  /** All parameters the tables have. */
  public static List<Definition> parameters() {
    return new ArrayList<>(PARAMETER_BY_NAME.values());
  }
}
