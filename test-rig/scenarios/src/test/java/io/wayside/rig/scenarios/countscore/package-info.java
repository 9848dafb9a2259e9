// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.rig.scenarios.countscore;

import org.jspecify.annotations.NullMarked;
