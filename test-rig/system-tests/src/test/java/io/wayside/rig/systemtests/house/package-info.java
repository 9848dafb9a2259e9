// SPDX-License-Identifier: Apache-2.0
/** The rules of the house, checked on what was compiled and on the files of the sources. */
@NullMarked
package io.wayside.rig.systemtests.house;

import org.jspecify.annotations.NullMarked;
