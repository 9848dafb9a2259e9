// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.math.BigDecimal;

/** The type of an attribute, as metatype names it. */
public enum ValueType {
  STRING("String", "string", "a text"),
  BOOLEAN("Boolean", "boolean", "true or false"),
  INTEGER("Integer", "integer", "a whole number"),
  LONG("Long", "integer", "a whole number"),
  DOUBLE("Double", "number", "a number"),
  FLOAT("Float", "number", "a number");

  private final String metatype;
  private final String json;
  private final String words;

  ValueType(String metatype, String json, String words) {
    this.metatype = metatype;
    this.json = json;
    this.words = words;
  }

  public static ValueType ofMetatype(String name) {
    for (ValueType type : values()) {
      if (type.metatype.equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("metatype \"" + name + "\" has no form in a site document");
  }

  public String metatype() {
    return metatype;
  }

  /** Its name in JSON Schema. */
  public String json() {
    return json;
  }

  /** As one says it. */
  public String words() {
    return words;
  }

  public boolean isNumber() {
    return this != STRING && this != BOOLEAN;
  }

  public boolean isWhole() {
    return this == INTEGER || this == LONG;
  }

  /** A number as the Java type of the component; throws when it does not fit. */
  public Object fromNumber(BigDecimal number) {
    return switch (this) {
      case INTEGER -> number.intValueExact();
      case LONG -> number.longValueExact();
      case DOUBLE -> number.doubleValue();
      case FLOAT -> number.floatValue();
      case STRING, BOOLEAN -> throw new IllegalStateException(this + " is no number");
    };
  }

  /** An empty array of the Java type of the component. */
  public Object[] array(int length) {
    return switch (this) {
      case STRING -> new String[length];
      case BOOLEAN -> new Boolean[length];
      case INTEGER -> new Integer[length];
      case LONG -> new Long[length];
      case DOUBLE -> new Double[length];
      case FLOAT -> new Float[length];
    };
  }
}
