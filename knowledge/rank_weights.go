package knowledge

// The weights were fitted on labelled questions (SQuAD 2.0, TREC QA and WikiQA development
// parts, and the questions of testdata/search) by
//
//	go test ./knowledge -run TestFit -fit
//
// which prints them and, by cross-validation over groups of articles, how good they are:
// orderWeights by the softmax over the candidates of a question, answerWeights by logistic
// regression on the candidate that comes first, on the understanding that most questions
// readers ask have an answer (see priorShift in rank_fit_test.go). Both have a penalty on
// the squares of the weights. docs/quality.md has the figures.
var (
	// orderWeights say which sentence stands before which.
	orderWeights = features{
		coverage: 0.69, coverageAround: 1.32, nameCoverage: 0.51, rarest: -0.47, bm25Share: 0.20, pairs: 0.09,
		closeness: 0.75, numberMissing: -0.01, negation: -0.56, lengthOf: 0.59, early: 0.77, contrary: -0.08,
		coverageLocal: 1.65, coverageBefore: 1.30, coverageAfter: -0.02, coverageTitle: 0.96, refersBack: 1.81,
		coverageSquared: 0.96, lowCoverage: -0.32, lowAround: -0.83, lowNames: -0.30, nameHere: -0.26,
		nameSwapped: -0.15, missingCount: -0.35, missingWeight: -0.08, partnerMissing: -0.04, pairsBroken: -0.43,
		orderKept: -0.33, firstMissing: -0.07, lastMissing: 0.05, exactShare: 1.14, margin: 0.18,
		questionNegative: -1.01, sentenceNegative: 0.44, onlyNames: -0.01, notToCome: -0.20, saidNothing: -0.07,
		degreeMissing: -0.35, numberOther: 0.44, typeWhen: 1.92, typeWho: 0.96, typeWhere: 0.21, typeMany: 1.60,
		typeWhy: 1.12, typeHow: 0.53, typeSaid: 0.13, typeFocus: 0.66, typeIdentity: 0.77, lacksWhen: 0.51,
		lacksWho: -0.95, lacksWhere: -1.03, lacksMany: 0.02, lacksWhy: -1.12, lacksHow: -0.53, lacksSaid: -0.07,
		lacksFocus: -0.66, lacksIdentity: -0.77,
	}
	// answerWeights say how probably a sentence answers.
	answerWeights = features{
		bias: 0.81, coverage: 0.68, coverageAround: 0.84, coverageScope: -0.35, nameCoverage: 0.52,
		nameMissing: 0.19, rarest: -1.26, bm25Share: -0.10, pairs: -0.49, closeness: 0.83, numberMissing: -0.21,
		negation: -1.20, lengthOf: -1.15, early: 0.02, contrary: -1.76, coverageLocal: 0.30, coverageBefore: 0.78,
		coverageAfter: 0.58, coverageTitle: 1.27, refersBack: 1.42, coverageSquared: 0.40, lowCoverage: -2.13,
		lowAround: -2.24, lowNames: -1.14, nameHere: -0.41, nameSwapped: -0.31, missingCount: 0.66,
		missingWeight: -0.07, absentCount: 0.03, partnerMissing: -0.19, pairsBroken: -0.32, orderKept: -0.20,
		firstMissing: -0.23, lastMissing: 0.01, exactShare: 0.34, units: 0.66, margin: 0.02,
		questionNegative: -2.16, sentenceNegative: 1.07, officeUnknown: -0.10, onlyNames: -0.42, notToCome: -1.41,
		saidNothing: -0.11, saidByNobody: 0.43, degreeMissing: -0.51, numberOther: -0.82, typeWhen: 0.40,
		typeWho: 0.20, typeWhere: 1.24, typeMany: 0.59, typeWhy: 0.61, typeHow: 0.44, typeSaid: 0.61,
		typeFocus: 0.47, typeIdentity: 1.09, lacksWho: 0.01, lacksWhere: -0.01, lacksWhy: -0.45, lacksHow: 0.37,
		lacksSaid: -0.11, lacksFocus: 0.51, lacksIdentity: 0.86,
	}
)
