// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

/**
 * What a format is asked with, as ASCII text; empty where it has no such command. None of them
 * changes anything in the indicator.
 *
 * @param now the weight as it is
 * @param atRest the weight once it is at rest
 * @param repeat weights from now on, without being asked again
 */
public record Commands(String now, String atRest, String repeat) {

  static final Commands NONE = new Commands("", "", "");
}
