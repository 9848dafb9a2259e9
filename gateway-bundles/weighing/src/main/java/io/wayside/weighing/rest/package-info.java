// SPDX-License-Identifier: Apache-2.0
/** When is a load at rest: the judgement that everything static stands on. Pure logic. */
@NullMarked
package io.wayside.weighing.rest;

import org.jspecify.annotations.NullMarked;
