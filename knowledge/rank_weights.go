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
		coverage: 0.67, coverageAround: 1.30, nameCoverage: 0.54, rarest: -0.42, bm25Share: 0.23, pairs: 0.10,
		closeness: 0.72, numberMissing: -0.01, negation: -0.56, lengthOf: 0.63, early: 0.78, contrary: -0.10,
		coverageLocal: 1.63, coverageBefore: 1.30, coverageAfter: -0.01, coverageTitle: 0.99, refersBack: 1.80,
		coverageSquared: 0.92, lowCoverage: -0.32, lowAround: -0.78, lowNames: -0.31, nameHere: -0.24,
		nameSwapped: -0.14, missingCount: -0.37, missingWeight: -0.10, partnerMissing: -0.08, pairsBroken: -0.42,
		orderKept: -0.32, firstMissing: -0.06, lastMissing: 0.05, exactShare: 1.21, margin: 0.20,
		questionNegative: -0.99, sentenceNegative: 0.42, onlyNames: 0.31, notToCome: -0.21, saidNothing: -0.07,
		degreeMissing: -0.35, numberOther: 0.46, typeWhen: 2.48, typeWho: 1.02, typeWhere: 0.19, typeMany: 1.60,
		typeWhy: 1.10, typeHow: 0.53, typeSaid: 0.13, typeFocus: 0.67, typeIdentity: 0.76, lacksWhen: 0.41,
		lacksWho: -0.92, lacksWhere: -1.02, lacksMany: -0.08, lacksWhy: -1.10, lacksHow: -0.53, lacksSaid: -0.07,
		lacksFocus: -0.67, lacksIdentity: -0.76,
	}
	// answerWeights say how probably a sentence answers.
	answerWeights = features{
		bias: 0.92, coverage: 0.69, coverageAround: 0.83, coverageScope: -0.41, nameCoverage: 0.49,
		nameMissing: 0.43, rarest: -1.27, bm25Share: -0.19, pairs: -0.53, closeness: 0.84, numberMissing: -0.20,
		negation: -1.20, lengthOf: -1.15, early: 0.02, contrary: -1.79, coverageLocal: 0.45, coverageBefore: 0.76,
		coverageAfter: 0.45, coverageTitle: 1.24, refersBack: 1.40, coverageSquared: 0.37, lowCoverage: -2.19,
		lowAround: -2.33, lowNames: -1.09, nameHere: -0.37, nameSwapped: -0.30, missingCount: 0.69,
		missingWeight: -0.08, absentCount: -0.03, absentWeight: -0.02, partnerMissing: -0.18, pairsBroken: -0.35,
		orderKept: -0.14, firstMissing: -0.22, lastMissing: 0.03, exactShare: 0.35, units: 0.66, margin: -0.03,
		questionNegative: -2.15, sentenceNegative: 1.07, officeUnknown: -0.11, onlyNames: -0.21, notToCome: -1.50,
		saidNothing: -0.11, saidByNobody: 0.43, degreeMissing: -0.48, numberOther: -0.84, typeWhen: 0.53,
		typeWho: 0.17, typeWhere: 1.16, typeMany: 0.63, typeWhy: 0.58, typeHow: 0.44, typeSaid: 0.62,
		typeFocus: 0.46, typeIdentity: 1.07, lacksWhere: 0.01, lacksWhy: -0.44, lacksHow: 0.33, lacksSaid: -0.11,
		lacksFocus: 0.50, lacksIdentity: 0.84,
	}
)
