// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.util.List;

/**
 * A place for parameters within a message or parameter.
 *
 * @param names of the parameters that may stand here
 * @param least how many there must be
 * @param many whether there may be more than one
 */
public record Slot(List<String> names, int least, boolean many) {}
