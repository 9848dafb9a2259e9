// SPDX-License-Identifier: Apache-2.0
/** Rubbish into the decoder of AIS. */
@NullMarked
package io.wayside.rig.scenarios.aisfuzz;

import org.jspecify.annotations.NullMarked;
