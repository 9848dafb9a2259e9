// SPDX-License-Identifier: Apache-2.0
/** What a lamp really shows, told from its current or from a photodiode. */
@NullMarked
package io.wayside.waterway.rhythm;

import org.jspecify.annotations.NullMarked;
