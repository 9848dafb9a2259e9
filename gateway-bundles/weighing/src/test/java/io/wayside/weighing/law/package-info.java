// SPDX-License-Identifier: Apache-2.0

/** Tests of law packs and decisions. */
@NullMarked
package io.wayside.weighing.law;

import org.jspecify.annotations.NullMarked;
